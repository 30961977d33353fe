namespace TimerRooms.Core;

/// <summary>What keeps the app from starting, as lines for whoever hosts it: each says what is wrong and what to do.</summary>
public sealed class StartException : Exception
{
    public StartException(params IReadOnlyList<string> lines) : base(string.Join(Environment.NewLine, lines)) => Lines = lines;

    public StartException(string line, Exception cause) : base(line, cause) => Lines = [line];

    public IReadOnlyList<string> Lines { get; }
}
