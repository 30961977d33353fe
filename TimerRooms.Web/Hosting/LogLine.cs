using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;

namespace TimerRooms.Web.Hosting;

/// <summary>
/// One line an event, in UTC. Line breaks and other control characters from outside are encoded and the lines of an exception
/// are indented, so that nobody can forge a line.
/// </summary>
internal sealed class LogLine : ITextFormatter
{
    public void Format(LogEvent logEvent, TextWriter output)
    {
        output.Write(logEvent.Timestamp.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff'Z' ", CultureInfo.InvariantCulture));
        output.Write(Level(logEvent.Level));
        output.Write(' ');
        WriteEncoded(logEvent.MessageTemplate.Render(Unquoted(logEvent), CultureInfo.InvariantCulture), output);
        output.WriteLine();
        if (logEvent.Exception is not { } fault) return;
        foreach (var line in fault.ToString().ReplaceLineEndings("\n").Split('\n'))
        {
            output.Write("    ");
            WriteEncoded(line, output);
            output.WriteLine();
        }
    }

    /// <summary>Texts as they are: the renderer would put quotes around each.</summary>
    private static Dictionary<string, LogEventPropertyValue> Unquoted(LogEvent logEvent) =>
        logEvent.Properties.ToDictionary(property => property.Key, property => property.Value is ScalarValue { Value: string text } ? new ScalarValue(new Plain(text)) : property.Value);

    private static void WriteEncoded(string text, TextWriter output)
    {
        foreach (var letter in text)
        {
            if (char.IsControl(letter) || letter is '\u2028' or '\u2029') output.Write($"\\u{(int)letter:x4}");
            else output.Write(letter);
        }
    }

    private static string Level(LogEventLevel level) => level switch
    {
        LogEventLevel.Verbose => "TRC",
        LogEventLevel.Debug => "DBG",
        LogEventLevel.Information => "INF",
        LogEventLevel.Warning => "WRN",
        LogEventLevel.Error => "ERR",
        _ => "FTL",
    };

    private sealed record Plain(string Text)
    {
        public override string ToString() => Text;
    }
}
