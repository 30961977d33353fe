using System.Diagnostics;
using System.Net.Sockets;

namespace TimerRooms.Bench.Wire;

/// <summary>
/// A page's WebSocket, the same for both servers so that receiving costs the same: nothing is allocated for a message, and what a
/// page says is sent at once. Messages come one at a time; sending may be done by anyone.
/// </summary>
public abstract class Link : IDisposable
{
    // as browsers offer it, each time
    private const string Offer = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGltZXJyb29tcyBiZW5jaA==\r\n"
        + "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n";

    private Socket? socket;
    private Inflation? inflation;
    private byte[] buffer = new byte[2 * 1024];
    private byte[] parts = [];  // of a message that comes in several frames
    private int used, partsUsed;
    private bool isPartDeflated;

    /// <summary>Its connection has ended, by whichever side.</summary>
    public bool IsLost { get; private set; }

    /// <summary>Why it ended, if it was not closed from here.</summary>
    public string? Fault { get; protected set; }

    /// <summary>From its next message on it takes in one byte a second, as a screen behind a network that hardly works.</summary>
    public bool ReadsSlowly { get; set; }

    /// <summary>Opens a socket on this connection, which is its own from then on, and reads it until it ends.</summary>
    protected async Task UpgradeAsync(HttpConnection http, string path, string headers)
    {
        socket = http.Socket;
        var answer = await http.AskAsync("GET", path, headers + Offer);
        if (answer.Status != 101) throw new IOException($"No socket: {answer.Head} {answer.Body}");
        if (answer.Values("Sec-WebSocket-Extensions").Any()) inflation = new Inflation();
        Append(ref buffer, ref used, http.Rest);
        _ = ReadAsync();
    }

    /// <summary>A whole message has come.</summary>
    protected abstract void Take(ReadOnlySpan<byte> message, long at);

    /// <summary>The connection has ended; called once.</summary>
    protected virtual void Lose()
    {
    }

    protected void Send(int kind, ReadOnlySpan<byte> message)
    {
        Span<byte> small = stackalloc byte[256];
        var frame = message.Length + WebSocketFrame.LargestHead <= small.Length ? small : new byte[message.Length + WebSocketFrame.LargestHead];
        var length = WebSocketFrame.Write(frame, kind, message);
        try
        {
            socket!.Send(frame[..length]);
        }
        catch (Exception loss) when (loss is SocketException or ObjectDisposedException)
        {
            // whoever reads learns it, too
        }
    }

    public void Dispose()
    {
        socket?.Dispose();
        inflation?.Dispose();
        GC.SuppressFinalize(this);
    }

    private async Task ReadAsync()
    {
        try
        {
            for (TakeAll(); ; TakeAll())
            {
                if (used == buffer.Length) Array.Resize(ref buffer, 2 * used);
                var count = ReadsSlowly ? await SipAsync() : await socket!.ReceiveAsync(buffer.AsMemory(used), SocketFlags.None);
                if (count == 0) break;
                used += count;
            }
        }
        catch (Exception loss) when (loss is SocketException or ObjectDisposedException or IOException)
        {
            Fault ??= loss.Message;
        }
        catch (Exception fault)
        {
            Fault = fault.ToString();
        }
        IsLost = true;
        socket!.Dispose();
        Lose();
    }

    private async ValueTask<int> SipAsync()
    {
        await Task.Delay(TimeSpan.FromSeconds(1));
        return await socket!.ReceiveAsync(buffer.AsMemory(used, 1), SocketFlags.None);
    }

    private void TakeAll()
    {
        var at = Stopwatch.GetTimestamp();
        ReadOnlySpan<byte> received = buffer.AsSpan(0, used);
        while (WebSocketFrame.TryTake(ref received, out var frame)) Take(frame, at);
        received.CopyTo(buffer);
        used = received.Length;
    }

    private void Take(WebSocketFrame frame, long at)
    {
        if (frame.Kind == WebSocketFrame.Ping) Send(WebSocketFrame.Pong, frame.Payload);
        else if (frame.Kind == WebSocketFrame.Close) throw new IOException("The server closed the socket.");
        else if (frame.Kind == WebSocketFrame.Pong) return;
        else if (frame.IsLast && frame.Kind != WebSocketFrame.Continued) Take(Plain(frame.Payload, frame.IsDeflated), at);
        else
        {
            if (frame.Kind != WebSocketFrame.Continued) isPartDeflated = frame.IsDeflated;
            Append(ref parts, ref partsUsed, frame.Payload);
            if (!frame.IsLast) return;
            Take(Plain(parts.AsSpan(0, partsUsed), isPartDeflated), at);
            partsUsed = 0;
        }
    }

    private ReadOnlySpan<byte> Plain(ReadOnlySpan<byte> payload, bool isDeflated) => isDeflated ? inflation!.Inflate(payload) : payload;

    private static void Append(ref byte[] to, ref int used, ReadOnlySpan<byte> more)
    {
        if (used + more.Length > to.Length) Array.Resize(ref to, Math.Max(2 * to.Length, used + more.Length));
        more.CopyTo(to.AsSpan(used));
        used += more.Length;
    }
}
