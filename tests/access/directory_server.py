"""A directory for the tests that answers every search with the one list in the file that it is given (RFC 4511, just enough)."""
import pathlib
import socketserver
import sys


def tlv(tag, content):
    size = len(content)
    if size < 128:
        return bytes([tag, size]) + content
    length = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(length)]) + length + content


def message(number, operation):
    return tlv(0x30, tlv(0x02, bytes([number])) + operation)


result = tlv(0x0A, b"\x00") + tlv(0x04, b"") + tlv(0x04, b"")


class Directory(socketserver.StreamRequestHandler):
    def handle(self):
        while True:
            head = self.rfile.read(2)
            if len(head) < 2:
                return
            size = head[1]
            if size & 0x80:
                size = int.from_bytes(self.rfile.read(size & 0x7F), "big")
            body = self.rfile.read(size)
            number, operation = body[2], body[3]
            if operation == 0x60:  # bind
                self.wfile.write(message(number, tlv(0x61, result)))
            elif operation == 0x63:  # search
                value = tlv(0x31, tlv(0x04, pathlib.Path(sys.argv[1]).read_bytes()))
                attribute = tlv(0x30, tlv(0x04, b"certificateRevocationList;binary") + value)
                self.wfile.write(message(number, tlv(0x64, tlv(0x04, b"cn=AC,c=FR") + tlv(0x30, attribute))))
                self.wfile.write(message(number, tlv(0x65, result)))
            else:
                return


socketserver.ThreadingTCPServer.allow_reuse_address = True
server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Directory)
server.daemon_threads = True
print(server.server_address[1], flush=True)
server.serve_forever()
