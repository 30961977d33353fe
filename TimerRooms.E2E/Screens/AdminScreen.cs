namespace TimerRooms.E2E.Screens;

/// <summary>The host's page of people, and the page behind an invitation.</summary>
public sealed class AdminScreen(IPage page)
{
    public ILocator Account(string email) => page.GetByRole(AriaRole.Article, new() { Name = email, Exact = true });

    /// <summary>The new invitation link.</summary>
    public async Task<string> InviteAsync(string whom)
    {
        await Field("For").FillAsync(whom);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make invitation link", Exact = true }).ClickAsync();
        return await Field("Invitation link").InputValueAsync();
    }

    /// <summary>Presses the button beside the account.</summary>
    public Task PressAsync(string button, string email) => Account(email).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    public async Task SignUpAsync(string email, string password)
    {
        await Field("Email").FillAsync(email);
        await Field("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create account", Exact = true }).ClickAsync();
    }

    private ILocator Field(string label) => page.GetByLabel(label, new() { Exact = true });
}
