using System.Diagnostics.Metrics;

namespace TimerRooms.E2E.Testing
{
    /// <summary>Counts render batches inside a server process, with the framework's own meter: each becomes a line of its log.</summary>
    public static class RenderMeter
    {
        /// <summary>One batch rendered, of whatever page.</summary>
        public const string BatchLine = "meter: render batch";

        public const string CircuitBegun = "meter: circuit begun", CircuitEnded = "meter: circuit ended";

        private const string Batches = "aspnetcore.components.render_diff.duration", Circuits = "aspnetcore.components.circuit.active";

        private static readonly MeterListener Listener = new();

        /// <summary>What makes a server load this assembly before anything else and call <see cref="StartupHook"/>.</summary>
        public static (string, string) Environment => ("DOTNET_STARTUP_HOOKS", typeof(RenderMeter).Assembly.Location);

        public static void Listen()
        {
            Listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name is Batches or Circuits) listener.EnableMeasurementEvents(instrument);
            };
            Listener.SetMeasurementEventCallback<double>((_, _, _, _) => Console.WriteLine(BatchLine));
            Listener.SetMeasurementEventCallback<long>((_, change, _, _) => Console.WriteLine(change > 0 ? CircuitBegun : CircuitEnded));
            Listener.Start();
        }
    }
}

#pragma warning disable CA1050, CA1852 // the runtime looks for a class of this name outside every namespace
internal static class StartupHook
{
    public static void Initialize() => TimerRooms.E2E.Testing.RenderMeter.Listen();
}
#pragma warning restore CA1050, CA1852
