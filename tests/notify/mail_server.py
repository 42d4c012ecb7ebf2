#!/usr/bin/python3
"""A real SMTP server on loopback for the tests. Says its port on standard output, then writes each message that it takes to FOLDER/N.eml with the
envelope as first lines. Usage: mail_server.py FOLDER [tls=cert,key] [smtps=cert,key] [login=user:password] [refuse=address] [later=address] [mute]"""
import asyncio
import os
import socket
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

folder, words = sys.argv[1], dict(word.partition("=")[::2] for word in sys.argv[2:])


class Takes:
    count = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address == words.get("refuse"):
            return "550 5.1.1 unknown here"
        if address == words.get("later"):
            return "451 4.7.1 greylisted, come back"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        Takes.count += 1
        head = f"X-From: {envelope.mail_from}\r\nX-To: {','.join(envelope.rcpt_tos)}\r\nX-TLS: {session.ssl is not None or 'smtps' in words}\r\n"
        with open(os.path.join(folder, f"{Takes.count}.part"), "wb") as file:
            file.write(head.encode() + envelope.original_content)
        os.rename(file.name, os.path.join(folder, f"{Takes.count}.eml"))
        return "250 taken"


def context(pair):
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.load_cert_chain(*pair.split(","))
    return made


def check_login(server, session, envelope, mechanism, data):
    right = f"{data.login.decode()}:{data.password.decode()}" == words["login"]
    return AuthResult(success=right, handled=right)  # not handled: aiosmtpd answers 535


def protocol():
    options = {"hostname": "localhost"}
    if "tls" in words:
        options |= {"tls_context": context(words["tls"]), "require_starttls": True}
    if "login" in words:
        options |= {"authenticator": check_login, "auth_required": True, "auth_require_tls": "tls" in words}
    return SMTP(Takes(), **options)


async def main():
    loop = asyncio.get_running_loop()
    listener = socket.create_server(("127.0.0.1", 0))
    if "mute" not in words:  # a mute one takes connections into its queue and never says a word
        await loop.create_server(protocol, sock=listener, ssl=context(words["smtps"]) if "smtps" in words else None)
    print(listener.getsockname()[1], flush=True)
    await asyncio.Event().wait()


asyncio.run(main())
