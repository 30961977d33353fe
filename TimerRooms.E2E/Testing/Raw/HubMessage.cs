namespace TimerRooms.E2E.Testing.Raw;

/// <summary>What the server says over a page's connection.</summary>
public abstract record HubMessage;

/// <summary>The server has the page do something.</summary>
public sealed record HubCall(string Target, object?[] Arguments) : HubMessage;

/// <summary>The answer to what the page asked for under this id.</summary>
public sealed record HubAnswer(string Id, object? Result, string? Error) : HubMessage;

/// <summary>The server asks whether anyone is there.</summary>
public sealed record HubPing : HubMessage;

/// <summary>The server ends the connection.</summary>
public sealed record HubEnd(string? Error) : HubMessage;

/// <summary>Something that a page does not act on.</summary>
public sealed record HubOther(long Type) : HubMessage;
