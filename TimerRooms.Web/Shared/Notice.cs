using Microsoft.AspNetCore.Components;

namespace TimerRooms.Web.Shared;

/// <summary>Something to tell the person once. Not a value: the same words told again are another notice, shown anew.</summary>
/// <param name="isError">It says that something did not happen.</param>
/// <param name="actionText">What can be done about it, as the text of a button.</param>
/// <param name="action">Of the page that shows the notice, which is then rendered again.</param>
public sealed class Notice(string text, bool isError = false, string? actionText = null, EventCallback action = default)
{
    private bool answered;

    public string Text { get; } = text;
    public bool IsError { get; } = isError;
    public string? ActionText { get; } = action.HasDelegate ? actionText : null;

    /// <summary>Does what the button says, once: a second click comes too late.</summary>
    public Task ActAsync()
    {
        if (answered) return Task.CompletedTask;
        answered = true;
        return action.InvokeAsync();
    }
}
