"""A proxy for the tests: writes what it is told into the file that it is given, then hands on bytes both ways."""
import pathlib
import socket
import socketserver
import sys
import threading


def hand_on(source, target):
    try:
        while piece := source.recv(65536):
            target.sendall(piece)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        pass


class Tunnel(socketserver.BaseRequestHandler):
    def handle(self):
        head = b""
        while b"\r\n\r\n" not in head:
            piece = self.request.recv(4096)
            if not piece:
                return
            head += piece
        with pathlib.Path(sys.argv[1]).open("ab") as log:
            log.write(head)
        host, port = head.split()[1].decode().rsplit(":", 1)
        with socket.create_connection((host, int(port))) as server:
            self.request.sendall(b"HTTP/1.1 200 open\r\n\r\n")
            back = threading.Thread(target=hand_on, args=(server, self.request), daemon=True)
            back.start()
            hand_on(self.request, server)
            back.join()


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


server = Server(("127.0.0.1", 0), Tunnel)
print(server.server_address[1], flush=True)
server.serve_forever()
