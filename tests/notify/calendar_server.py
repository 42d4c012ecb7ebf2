#!/usr/bin/python3
"""A real Radicale on loopback for the tests, with one calendar, /hds/echeances/, of the user hds. Says its port on standard output.
Usage: calendar_server.py FOLDER PASSWORD [CERTIFICATE KEY]"""
import os
import socket
import sys
import threading
import time

from radicale import config, server

folder, password, *tls = sys.argv[1:]
with open(os.path.join(folder, "users"), "w") as users:
    users.write(f"hds:{password}\n")
calendar = os.path.join(folder, "collections", "collection-root", "hds", "echeances")
os.makedirs(calendar, exist_ok=True)
with open(os.path.join(calendar, ".Radicale.props"), "w") as props:
    props.write('{"tag": "VCALENDAR"}')
with socket.create_server(("127.0.0.1", 0)) as free:
    port = free.getsockname()[1]

options = {
    "server": {"hosts": f"127.0.0.1:{port}"},
    "auth": {"type": "htpasswd", "htpasswd_filename": os.path.join(folder, "users"), "htpasswd_encryption": "plain", "delay": "0"},
    "storage": {"filesystem_folder": os.path.join(folder, "collections"), "_filesystem_fsync": "False"},
    "logging": {"level": "critical"},
}
if tls:
    options["server"] |= {"ssl": "True", "certificate": tls[0], "key": tls[1]}
configuration = config.load()
configuration.update(options, "test", privileged=True)
threading.Thread(target=server.serve, args=(configuration,), daemon=True).start()
for _ in range(500):
    try:
        socket.create_connection(("127.0.0.1", port)).close()
        break
    except OSError:
        time.sleep(0.02)
print(port, flush=True)
threading.Event().wait()
