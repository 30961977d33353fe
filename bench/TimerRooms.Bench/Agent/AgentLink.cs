using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace TimerRooms.Bench.Agent;

/// <summary>Asks the agent inside a server.</summary>
public sealed class AgentLink : IDisposable
{
    internal const string Heap = "heap", Counts = "counts", Batches = "batches", Writes = "writes";

    /// <summary>Before the token of a room.</summary>
    internal const char Subscribers = '?';

    private readonly StreamReader reader;
    private readonly StreamWriter writer;

    public AgentLink(string path)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Connect(new UnixDomainSocketEndPoint(path));
        var stream = new NetworkStream(socket, ownsSocket: true);
        (reader, writer) = (new StreamReader(stream), new StreamWriter(stream, new UTF8Encoding(false)) { AutoFlush = true });
    }

    /// <summary>In bytes, after a full collection.</summary>
    public async Task<long> HeapAsync() => long.Parse(await AskAsync(Heap), CultureInfo.InvariantCulture);

    /// <summary>How many circuits there are, and how many of them have a connection.</summary>
    public async Task<(long Circuits, long Connected)> CountsAsync()
    {
        var numbers = (await AskAsync(Counts)).Split(' ').Select(number => long.Parse(number, CultureInfo.InvariantCulture)).ToList();
        return (numbers[0], numbers[1]);
    }

    /// <summary>How many batches were rendered since this was asked first.</summary>
    public async Task<long> BatchesAsync() => long.Parse(await AskAsync(Batches), CultureInfo.InvariantCulture);

    /// <summary>How many subscribers the room behind the token has.</summary>
    public async Task<long> SubscribersAsync(string token) => long.Parse(await AskAsync(Subscribers + token), CultureInfo.InvariantCulture);

    /// <summary>Each command written since the last time this was asked: when it was on disk, and how long that took.</summary>
    public async Task<List<Write>> WritesAsync() =>
        [.. (await AskAsync(Writes)).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Write.Parse).OrderBy(write => write.At)];

    public void Dispose()
    {
        reader.Dispose();
        writer.Dispose();
    }

    private async Task<string> AskAsync(string question)
    {
        await writer.WriteLineAsync(question);
        return await reader.ReadLineAsync() ?? throw new IOException("The server has ended.");
    }
}

/// <param name="At">A timestamp of <see cref="System.Diagnostics.Stopwatch"/>, which all processes of a machine share.</param>
public readonly record struct Write(long At, TimeSpan Took)
{
    internal static Write Parse(string text)
    {
        var parts = text.Split(':');
        return new(long.Parse(parts[0], CultureInfo.InvariantCulture), TimeSpan.FromSeconds(double.Parse(parts[1], CultureInfo.InvariantCulture)));
    }
}
