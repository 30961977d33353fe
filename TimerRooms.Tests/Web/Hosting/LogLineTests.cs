using Serilog;
using Serilog.Core;
using Serilog.Events;
using TimerRooms.Web.Hosting;

namespace TimerRooms.Tests.Web.Hosting;

public sealed class LogLineTests
{
    [Fact]
    public void A_line_break_from_outside_cannot_forge_a_line()
    {
        var written = Write(log => log.Information("Sign-in refused: {Account}", "eve\r\n2026-01-01 INF Signed in: root\u2028x"));

        Assert.Single(written.TrimEnd().Split('\n'));
        Assert.Contains("""eve\u000d\u000a2026-01-01 INF""", written, StringComparison.Ordinal);
    }

    [Fact]
    public void The_lines_of_a_fault_are_indented()
    {
        var written = Write(log => log.Error(new InvalidOperationException("first\n2026-01-01 INF second"), "It broke"));

        Assert.All(written.TrimEnd().Split('\n').Skip(1), line => Assert.StartsWith("    ", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Texts_stand_without_quotes_and_the_moment_is_utc()
    {
        Assert.Matches("^[0-9-]{10} [0-9:.]{12}Z INF Signed in: ada@example.org from 192.0.2.1\\s*$",
            Write(log => log.Information("Signed in: {Account} from {Address}", "ada@example.org", "192.0.2.1")));
    }

    private static string Write(Action<ILogger> act)
    {
        var lines = new Lines();
        using var log = new LoggerConfiguration().WriteTo.Sink(lines).CreateLogger();
        act(log);
        return lines.Writer.ToString();
    }

    private sealed class Lines : ILogEventSink
    {
        public StringWriter Writer { get; } = new();

        public void Emit(LogEvent logEvent) => new LogLine().Format(logEvent, Writer);
    }
}
