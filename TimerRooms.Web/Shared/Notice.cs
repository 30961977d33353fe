namespace TimerRooms.Web.Shared;

/// <summary>Something to tell the person once.</summary>
/// <param name="IsError">It says that something did not happen.</param>
/// <param name="ActionText">What can be done about it, as the text of a button.</param>
public sealed record Notice(string Text, bool IsError = false, string? ActionText = null, Func<Task>? Action = null);
