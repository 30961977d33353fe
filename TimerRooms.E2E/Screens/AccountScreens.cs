namespace TimerRooms.E2E.Screens;

/// <summary>Setup, signing in, and everything about one's account.</summary>
public sealed class AccountScreens(IPage page)
{
    public async Task SetUpAsync(string code, string email, string password)
    {
        await Field("Setup code").FillAsync(code);
        await Field("Email").FillAsync(email);
        await Field("Password").FillAsync(password);
        await PressAsync("Create owner");
    }

    public async Task SignInAsync(string email, string password)
    {
        await Field("Email").FillAsync(email);
        await Field("Password").FillAsync(password);
        await PressAsync("Sign in");
    }

    public async Task ChangePasswordAsync(string current, string next)
    {
        await Field("Current password").FillAsync(current);
        await Field("New password").FillAsync(next);
        await PressAsync("Change password");
    }

    public async Task ResetPasswordAsync(string next)
    {
        await Field("New password").FillAsync(next);
        await PressAsync("Set password");
    }

    public ILocator Field(string label) => page.GetByLabel(label, new() { Exact = true });

    public Task PressAsync(string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
