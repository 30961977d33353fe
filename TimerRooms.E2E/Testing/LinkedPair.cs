using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace TimerRooms.E2E.Testing;

/// <summary>One connection through a <see cref="LinkProxy"/>: a queue of bytes and their moments for each direction.</summary>
internal sealed class LinkedPair(LinkProxy link, Socket front) : IDisposable
{
    private readonly Socket back = new(SocketType.Stream, ProtocolType.Tcp);

    /// <summary>Until both sides have said all, or one is gone.</summary>
    public async Task RunAsync(int port)
    {
        front.NoDelay = back.NoDelay = true;  // the link's own delay is the only one
        try
        {
            await back.ConnectAsync(IPAddress.Loopback, port);
            await Task.WhenAll(CarryAsync(front, back, outward: true), CarryAsync(back, front, outward: false));
        }
        catch (Exception gone) when (gone is SocketException or IOException or ObjectDisposedException)
        {
            // there is no server, or one side left without a word
        }
        Dispose();
    }

    public void Dispose()
    {
        front.Dispose();
        back.Dispose();
    }

    private Task CarryAsync(Socket from, Socket to, bool outward)
    {
        var queue = Channel.CreateUnbounded<(long Due, byte[] Bytes)>();
        return Task.WhenAll(TakeAsync(from, queue.Writer, outward), GiveAsync(queue.Reader, to));
    }

    private async Task TakeAsync(Socket from, ChannelWriter<(long, byte[])> queue, bool outward)
    {
        var buffer = new byte[64 * 1024];
        int count;
        do
        {
            count = await ReceiveAsync(from, buffer);
            queue.TryWrite((link.DueAt(outward), buffer[..count]));
        }
        while (count > 0);
        queue.Complete();
    }

    // that there is nothing more travels as no bytes do
    private async Task GiveAsync(ChannelReader<(long Due, byte[] Bytes)> queue, Socket to)
    {
        await using var stream = new NetworkStream(to);
        await foreach (var (due, bytes) in queue.ReadAllAsync())
        {
            await link.PassAsync(due);
            if (bytes.Length == 0) to.Shutdown(SocketShutdown.Send);
            else await stream.WriteAsync(bytes);
        }
    }

    private static async Task<int> ReceiveAsync(Socket from, byte[] buffer)
    {
        try
        {
            return await from.ReceiveAsync(buffer);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            return 0;  // an end like any other
        }
    }
}
