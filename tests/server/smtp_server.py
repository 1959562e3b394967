"""A real SMTP server for tests, on loopback, with the habits of servers outside.

    smtp_server.py FOLDER [--starttls]

Prints "port N" when it listens and serves until its standard input closes. What it accepts is
written to FOLDER as 1.eml, 2.eml ... with 1.env beside it: sender, recipient, tls or plain.
How it answers depends on the recipient's local part:

    refuse...   550 for ever
    grey...     451 the first time, accepted after that
    hangup...   the connection is dropped in the middle of DATA
    full...     552 after DATA
    slow...     no answer at all
    any other   accepted
"""
import asyncio
import pathlib
import ssl
import subprocess
import sys
import tempfile

from aiosmtpd.smtp import SMTP


class Habits:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.seen = set()
        self.count = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        local = address.split("@")[0]
        if local.startswith("refuse"):
            return "550 5.1.1 no such user"
        if local.startswith("slow"):
            await asyncio.Event().wait()
        if local.startswith("grey") and address not in self.seen:
            self.seen.add(address)
            return "451 4.7.1 greylisted, come back later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if envelope.rcpt_tos[0].startswith("full"):
            return "552 5.2.2 mailbox full"
        self.count += 1
        safety = "tls" if session.ssl else "plain"
        lines = [envelope.mail_from, envelope.rcpt_tos[0], safety]
        (self.folder / f"{self.count}.eml").write_bytes(envelope.original_content)
        (self.folder / f"{self.count}.env").write_text("\n".join(lines) + "\n")
        return "250 taken"


class Server(SMTP):
    async def smtp_DATA(self, argument):
        if self.envelope.rcpt_tos and self.envelope.rcpt_tos[0].startswith("hangup"):
            await self.push("354 go on")
            self.transport.close()
            return
        await super().smtp_DATA(argument)


def certificate():
    folder = tempfile.mkdtemp()
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1",
         "-subj", "/CN=localhost", "-keyout", f"{folder}/key.pem", "-out", f"{folder}/cert.pem"],
        check=True, stderr=subprocess.DEVNULL)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(f"{folder}/cert.pem", f"{folder}/key.pem")
    return context


async def main():
    habits = Habits(sys.argv[1])
    tls = certificate() if "--starttls" in sys.argv else None
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        lambda: Server(habits, hostname="localhost", tls_context=tls, loop=loop),
        "127.0.0.1", 0)
    print("port", server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


asyncio.run(main())
