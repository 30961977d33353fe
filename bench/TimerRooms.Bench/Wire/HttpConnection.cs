using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TimerRooms.Bench.Wire;

/// <summary>One connection to a server on this machine: requests one after the other, in the end perhaps an upgrade.</summary>
public sealed class HttpConnection : IDisposable
{
    private const int FirstBuffer = 16 * 1024;

    private readonly int port;
    private byte[] buffer = new byte[FirstBuffer];
    private int used;

    private HttpConnection(Socket socket, int port) => (Socket, this.port) = (socket, port);

    public Socket Socket { get; }

    /// <summary>What came after the last answer.</summary>
    public ReadOnlySpan<byte> Rest => buffer.AsSpan(0, used);

    /// <param name="window">How much the system takes in before it is read; null: as it likes.</param>
    public static async Task<HttpConnection> OpenAsync(int port, int? window = null)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (window is { } size) socket.ReceiveBufferSize = size;
        try
        {
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port));
            return new HttpConnection(socket, port);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <param name="headers">Each ended by a new line.</param>
    /// <exception cref="IOException">The connection ended before the answer did.</exception>
    public async Task<HttpAnswer> AskAsync(string method, string path, string headers = "", string body = "")
    {
        var length = body.Length > 0 || method == "POST" ? $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n" : "";
        var request = Encoding.UTF8.GetBytes($"{method} {path} HTTP/1.1\r\nHost: localhost:{port}\r\n{headers}{length}\r\n{body}");
        await Socket.SendAsync(request);
        var head = await HeadAsync();
        var isChunked = head.Contains("\r\nTransfer-Encoding: chunked", StringComparison.OrdinalIgnoreCase);
        return new HttpAnswer(head, isChunked ? await ChunksAsync() : await BodyAsync(LengthIn(head)));
    }

    public void Dispose() => Socket.Dispose();

    private async Task<string> HeadAsync()
    {
        int end;
        while ((end = buffer.AsSpan(0, used).IndexOf("\r\n\r\n"u8)) < 0) await FillAsync();
        var head = Encoding.UTF8.GetString(buffer, 0, end + 2);
        Drop(end + 4);
        return head;
    }

    private static int LengthIn(string head)
    {
        const string name = "\r\nContent-Length: ";
        var at = head.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return 0;
        at += name.Length;
        return int.Parse(head.AsSpan(at, head.IndexOf('\r', at) - at), CultureInfo.InvariantCulture);
    }

    private async Task<string> BodyAsync(int length)
    {
        while (used < length) await FillAsync();
        var body = Encoding.UTF8.GetString(buffer, 0, length);
        Drop(length);
        return body;
    }

    private async Task<string> ChunksAsync()
    {
        using var whole = new MemoryStream();
        while (true)
        {
            int lineEnd;
            while ((lineEnd = buffer.AsSpan(0, used).IndexOf("\r\n"u8)) < 0) await FillAsync();
            if (!Utf8Parser.TryParse(buffer.AsSpan(0, lineEnd), out int length, out _, 'x')) throw new IOException("No chunk.");
            var end = lineEnd + 2 + length + 2;
            while (used < end) await FillAsync();
            whole.Write(buffer, lineEnd + 2, length);
            Drop(end);
            if (length == 0) return Encoding.UTF8.GetString(whole.GetBuffer(), 0, (int)whole.Length);
        }
    }

    private async Task FillAsync()
    {
        if (used == buffer.Length) Array.Resize(ref buffer, 2 * used);
        var count = await Socket.ReceiveAsync(buffer.AsMemory(used));
        used += count > 0 ? count : throw new IOException("The server closed the connection.");
    }

    private void Drop(int count)
    {
        buffer.AsSpan(count..used).CopyTo(buffer);
        used -= count;
    }
}
