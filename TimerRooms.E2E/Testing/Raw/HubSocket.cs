using System.Net.WebSockets;

namespace TimerRooms.E2E.Testing.Raw;

/// <summary>A page's connection, opened as the framework's script does it. Used by one at a time, except for <see cref="Cut"/>.</summary>
public sealed class HubSocket : IDisposable
{
    private readonly ClientWebSocket socket = new();
    private byte[] buffer = new byte[4 * 1024];
    private int used;

    private HubSocket()
    {
    }

    /// <param name="site">The site's own address, which is also what a browser gives as the origin.</param>
    public static async Task<HubSocket> OpenAsync(HttpMessageInvoker http, Uri site, CancellationToken stop)
    {
        var origin = site.GetLeftPart(UriPartial.Authority);
        var opened = new HubSocket();
        try
        {
            opened.socket.Options.SetRequestHeader("Origin", origin);
            opened.socket.Options.KeepAliveInterval = TimeSpan.Zero;  // browsers send no pings of their own
            await opened.socket.ConnectAsync(new Uri($"ws://{site.Authority}/_blazor"), http, stop);
            await opened.SendAsync(HubCodec.Handshake.ToArray(), stop);
            await opened.ShakeHandsAsync(stop);
            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    public Task SendAsync(byte[] message, CancellationToken stop) => socket.SendAsync(message, WebSocketMessageType.Binary, true, stop);

    /// <summary>The next message; an <see cref="IOException"/> if there will be none.</summary>
    public async Task<HubMessage> ReceiveAsync(CancellationToken stop)
    {
        while (true)
        {
            if (Take() is { } message) return message;
            await FillAsync(stop);
        }
    }

    /// <summary>Without goodbye.</summary>
    public void Cut() => socket.Abort();

    public void Dispose() => socket.Dispose();

    private async Task ShakeHandsAsync(CancellationToken stop)
    {
        int end;
        while ((end = buffer.AsSpan(0, used).IndexOf(HubCodec.HandshakeEnd)) < 0) await FillAsync(stop);
        if (!buffer.AsSpan(0, end).SequenceEqual("{}"u8)) throw new InvalidDataException(System.Text.Encoding.UTF8.GetString(buffer, 0, end));
        Drop(end + 1);
    }

    private async Task FillAsync(CancellationToken stop)
    {
        if (used == buffer.Length) Array.Resize(ref buffer, 2 * used);
        var part = await socket.ReceiveAsync(buffer.AsMemory(used), stop);
        if (part.MessageType == WebSocketMessageType.Close) throw new IOException($"The server closed the socket: {socket.CloseStatusDescription}");
        used += part.Count;
    }

    private HubMessage? Take()
    {
        ReadOnlySpan<byte> received = buffer.AsSpan(0, used);
        var message = HubCodec.Take(ref received);
        Drop(used - received.Length);
        return message;
    }

    private void Drop(int count)
    {
        buffer.AsSpan(count..used).CopyTo(buffer);
        used -= count;
    }
}
