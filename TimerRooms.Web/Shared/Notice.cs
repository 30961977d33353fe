namespace TimerRooms.Web.Shared;

/// <summary>Something to tell the person once. Not a value: the same words told again are another notice, shown anew.</summary>
/// <param name="isError">It says that something did not happen.</param>
/// <param name="actionText">What can be done about it, as the text of a button.</param>
public sealed class Notice(string text, bool isError = false, string? actionText = null, Func<Task>? action = null)
{
    private bool answered;

    public string Text { get; } = text;
    public bool IsError { get; } = isError;
    public string? ActionText { get; } = action is null ? null : actionText;

    /// <summary>Does what the button says, once: a second click comes too late.</summary>
    public Task ActAsync()
    {
        if (answered || action is null) return Task.CompletedTask;
        answered = true;
        return action();
    }
}
