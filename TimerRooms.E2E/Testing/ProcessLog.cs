using System.Text.RegularExpressions;

namespace TimerRooms.E2E.Testing;

/// <summary>What a process wrote, line by line, for whoever waits for a line.</summary>
public sealed class ProcessLog
{
    private readonly Lock gate = new();
    private readonly List<string> lines = [];
    private readonly List<(Regex Wanted, TaskCompletionSource<Match> Found)> waiting = [];

    /// <summary>Takes the next line; null says that there are no more.</summary>
    public void Add(string? line)
    {
        lock (gate)
        {
            if (line is null)
            {
                foreach (var (wanted, found) in waiting) found.TrySetException(new InvalidOperationException($"The process ended before it wrote {wanted}.\n{this}"));
                waiting.Clear();
                return;
            }
            lines.Add(line);
            waiting.RemoveAll(one => one.Wanted.Match(line) is { Success: true } match && one.Found.TrySetResult(match));
        }
    }

    /// <summary>The first line that matches, written already or yet to come.</summary>
    public async Task<Match> FindAsync(Regex wanted)
    {
        var found = new TaskCompletionSource<Match>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (lines.Select(line => wanted.Match(line)).FirstOrDefault(match => match.Success) is { } match) return match;
            waiting.Add((wanted, found));
        }
        try
        {
            return await found.Task.WaitAsync(TimeSpan.FromSeconds(60));
        }
        catch (TimeoutException)
        {
            throw new InvalidOperationException($"The process did not write {wanted} within 60 s.\n{this}");
        }
    }

    public int Count(string part)
    {
        lock (gate) return lines.Count(line => line.Contains(part, StringComparison.Ordinal));
    }

    public override string ToString()
    {
        lock (gate) return string.Join(Environment.NewLine, lines);
    }
}
