using System.Net;
using TimerRooms.Tests.Testing;

namespace TimerRooms.Tests.Web.Features.Accounts;

public sealed class ResetTests : IAsyncLifetime
{
    private const string NewPassword = "nine quiet herons";

    private TestApp app = null!;
    private HttpClient owner = null!;

    public async Task InitializeAsync() => (app, owner) = await TestApp.WithOwnerAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task The_printed_link_works_once_beside_the_running_server_and_ends_other_sign_ins()
    {
        var link = await LinkAsync();
        await app.CreateClient().GetAsync(link);  // a preview must not spend it

        var client = app.CreateClient();
        using var answer = await client.SubmitAsync(link, ("Form.Next", NewPassword));
        using var again = await app.CreateClient().SubmitAsync(link, ("Form.Next", "seven loud geese"));

        Assert.Equal("/rooms", answer.Headers.Location!.AbsolutePath);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/rooms")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await owner.GetAsync("/rooms")).StatusCode);
        Assert.Contains("has been used", (await again.Read()).QuerySelector("#next-fault")!.TextContent, StringComparison.Ordinal);
        await app.SignInAsync(password: NewPassword);
    }

    [Theory]
    [InlineData("/reset")]
    [InlineData("/reset?account=nobody&token=abc")]
    [InlineData("/reset?account=nobody&token=%%%")]
    public async Task A_made_up_link_changes_nothing(string link)
    {
        using var answer = await app.CreateClient().SubmitAsync(link, ("Form.Next", NewPassword));

        Assert.Contains("used or is too old", (await answer.Read()).QuerySelector("#next-fault")!.TextContent, StringComparison.Ordinal);
        await app.SignInAsync();
    }

    [Fact]
    public async Task A_weak_password_does_not_spend_the_link()
    {
        var link = await LinkAsync();

        using var weak = await app.CreateClient().SubmitAsync(link, ("Form.Next", "timerrooms2026"));
        using var answer = await app.CreateClient().SubmitAsync(link, ("Form.Next", NewPassword));

        Assert.Contains("among the first", (await weak.Read()).QuerySelector("#next-fault")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task The_command_makes_no_file_in_the_data_directory()
    {
        await app.CreateClient().GetAsync("/signin");
        var before = FilesThere();

        await LinkAsync();
        Assert.Equal(before, FilesThere());

        Directory.Delete(Path.Combine(app.DataDirectory, "keys"), recursive: true);
        await using var command = AppProcess.Start(app.DataDirectory, ["reset-password", TestApp.OwnerEmail]);
        Assert.Equal(1, await command.ExitAsync());
        Assert.StartsWith("There are no keys", Assert.Single(command.Lines), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(app.DataDirectory, "keys")));
    }

    [Fact]
    public async Task An_unknown_address_is_told_in_one_line()
    {
        await using var command = AppProcess.Start(app.DataDirectory, ["reset-password", "nobody@example.org"]);

        Assert.Equal(1, await command.ExitAsync());
        Assert.Equal("No account has the e-mail address nobody@example.org.", Assert.Single(command.Lines));
    }

    private List<string> FilesThere() => [.. Directory.GetFiles(app.DataDirectory, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private async Task<string> LinkAsync()
    {
        await using var command = AppProcess.Start(app.DataDirectory, ["reset-password", TestApp.OwnerEmail]);
        Assert.Equal(0, await command.ExitAsync());
        return new Uri(Assert.Single(command.Lines)).PathAndQuery;
    }
}
