using System.Buffers.Text;
using System.Text;
using TimerRooms.Bench.Wire;

namespace TimerRooms.Bench.Pages;

/// <summary>A client of the yardstick as socket.io-client is one with its WebSocket transport alone.</summary>
public sealed class SocketIoPage(string room) : Page
{
    private const byte Open = (byte)'0', Ping = (byte)'2';

    private static ReadOnlySpan<byte> Connected => "40"u8;
    private static ReadOnlySpan<byte> State => "42[\"room-state\""u8;
    private static ReadOnlySpan<byte> Changed => "42[\"timer-update\""u8;
    private static ReadOnlySpan<byte> StampKey => "\"stamp\":"u8;

    private readonly byte[] join = Encoding.UTF8.GetBytes($"42[\"join-room\",\"{room}\"]");

    /// <summary>When the last update was published, in microseconds of the wall clock.</summary>
    public long Stamp { get; private set; }

    public override async Task OpenAsync(int port) =>
        await UpgradeAsync(await HttpConnection.OpenAsync(port, Window), "/socket.io/?EIO=4&transport=websocket", $"Origin: http://localhost:{port}\r\n");

    protected override void Take(ReadOnlySpan<byte> message, long at)
    {
        if (message[0] == Open) Send(WebSocketFrame.Text, Connected);
        else if (message[0] == Ping) Pong();
        else if (message.StartsWith(Changed)) TakeChange(message, at);
        else if (message.StartsWith(State)) Rise();
        else if (message.StartsWith(Connected)) Send(WebSocketFrame.Text, join);
        else throw new IOException($"Not understood: {Encoding.UTF8.GetString(message)}");
    }

    private void Pong()
    {
        if (Acknowledges) Send(WebSocketFrame.Text, "3"u8);
    }

    private void TakeChange(ReadOnlySpan<byte> message, long at)
    {
        var stamp = message[(message.IndexOf(StampKey) + StampKey.Length)..];
        if (!Utf8Parser.TryParse(stamp, out long microseconds, out _)) throw new IOException("No stamp.");
        Stamp = microseconds;
        Update(at);
    }
}
