using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace TimerRooms.Bench.Agent
{
    /// <summary>
    /// Inside the server: listens to its meters and answers the bench, one line for each line. It is loaded before anything else and refers to nothing
    /// that the server does not have.
    /// </summary>
    internal static class ServerAgent
    {
        public const string SocketVariable = "TIMERROOMS_BENCH_AGENT";

        private const string Batches = "aspnetcore.components.render_diff.duration", Circuits = "aspnetcore.components.circuit.active",
            Connected = "aspnetcore.components.circuit.connected", Commands = "timerrooms.command.duration";

        private static readonly MeterListener Listener = new();
        private static readonly Lock Gate = new();
        private static List<(long At, double Took)> writes = [];
        private static Instrument? rendered;
        private static long batches, circuits, connected;

        /// <summary>How many subscribers the room behind a token has; set once the server knows its rooms.</summary>
        public static Func<string, long>? SubscribersOf { get; set; }

        public static void Start(string path)
        {
            Listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name is Circuits or Connected or Commands) listener.EnableMeasurementEvents(instrument);
                if (instrument.Name == Batches) rendered = instrument;
            };
            Listener.SetMeasurementEventCallback<double>(Note);
            Listener.SetMeasurementEventCallback<long>((instrument, change, _, _) => Interlocked.Add(ref instrument.Name == Circuits ? ref circuits : ref connected, change));
            Listener.Start();
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            socket.Bind(new UnixDomainSocketEndPoint(path));
            socket.Listen();
            new Thread(() => Serve(socket)) { IsBackground = true, Name = "bench agent" }.Start();
        }

        private static void Note(Instrument instrument, double took, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
        {
            if (instrument.Name != Commands)
            {
                Interlocked.Increment(ref batches);
                return;
            }
            var at = Stopwatch.GetTimestamp();
            lock (Gate) writes.Add((at, took));
        }

        private static void Serve(Socket socket)
        {
            using var stream = new NetworkStream(socket.Accept());
            using var reader = new StreamReader(stream);
            using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { AutoFlush = true };
            while (reader.ReadLine() is { } question) writer.WriteLine(Answer(question));
        }

        private static string Answer(string question) => question switch
        {
            AgentLink.Heap => string.Create(CultureInfo.InvariantCulture, $"{HeapAfterCollection()}"),
            AgentLink.Counts => string.Create(CultureInfo.InvariantCulture, $"{Interlocked.Read(ref circuits)} {Interlocked.Read(ref connected)}"),
            AgentLink.Batches => string.Create(CultureInfo.InvariantCulture, $"{CountedBatches()}"),
            AgentLink.Writes => TakeWrites(),
            [AgentLink.Subscribers, .. var token] => string.Create(CultureInfo.InvariantCulture, $"{SubscribersOf?.Invoke(token)}"),
            _ => "",
        };

        // from the first question on: a server that is asked to time its batches spends memory on each
        private static long CountedBatches()
        {
            if (rendered is not null) Listener.EnableMeasurementEvents(rendered);
            return Interlocked.Read(ref batches);
        }

        private static long HeapAfterCollection()
        {
            for (var time = 0; time < 2; time++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
            GC.Collect();
            return GC.GetTotalMemory(forceFullCollection: false);
        }

        private static string TakeWrites()
        {
            List<(long At, double Took)> taken;
            lock (Gate) (taken, writes) = (writes, []);
            return string.Join(' ', taken.Select(write => string.Create(CultureInfo.InvariantCulture, $"{write.At}:{write.Took:R}")));
        }
    }
}

#pragma warning disable CA1050, CA1852 // the runtime looks for a class of this name outside every namespace
internal static class StartupHook
{
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(TimerRooms.Bench.Agent.ServerAgent.SocketVariable) is { } path) TimerRooms.Bench.Agent.ServerAgent.Start(path);
    }
}
#pragma warning restore CA1050, CA1852
