using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TimerRooms.Core.Accounts;
using TimerRooms.Core.Storage;

namespace TimerRooms.Tests.Testing;

/// <summary>People beside the owner: invited, signed up, and what an administrator does to them.</summary>
internal static class TestPeople
{
    public const string Password = "seven loud geese";

    /// <summary>The path of the new invitation link.</summary>
    public static async Task<string> InviteAsync(this HttpClient administrator, string whom, bool asAdministrator = false)
    {
        List<(string, string)> fields = [("Invite.For", whom)];
        if (asAdministrator) fields.Add(("Invite.Administrator", "true"));
        using var answer = await administrator.SubmitAsync("/admin", [.. fields]);
        return new Uri(OneTimeLink(await answer.Read(), "Invitation link")).PathAndQuery;
    }

    public static Task<HttpResponseMessage> SignUpAsync(this HttpClient visitor, string link, string email, string password = Password) =>
        visitor.SubmitAsync(link, ("Form.Email", email), ("Form.Password", password));

    /// <summary>Somebody new, signed in.</summary>
    public static async Task<HttpClient> JoinAsync(this TestApp app, HttpClient administrator, string email, bool asAdministrator = false)
    {
        var client = app.CreateClient();
        using var answer = await client.SignUpAsync(await administrator.InviteAsync(email, asAdministrator), email);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    /// <summary>Presses the button beside the account, and reads what comes.</summary>
    public static async Task<IHtmlDocument> ActAsync(this HttpClient administrator, string button, string email)
    {
        using var answer = await administrator.PressAsync("/admin", button, email);
        return await answer.Read();
    }

    /// <summary>What stands in the read-only field of that name.</summary>
    public static string OneTimeLink(IHtmlDocument page, string label)
    {
        var field = (IHtmlInputElement)page.Body!.Get("field", label);
        Assert.True(field.IsReadOnly);
        return field.Value;
    }

    /// <summary>All that a person gets to see: what the framework notes for itself is another each time.</summary>
    public static string VisibleText(this IHtmlDocument page) => $"{page.Title} {page.QuerySelector(".plain")!.OuterHtml}";

    public static async Task<List<Account>> AccountsAsync(this TestApp app)
    {
        await using var db = await app.DatabaseAsync();
        return await db.Users.AsNoTracking().OrderBy(account => account.Email).ToListAsync();
    }

    public static Task<TimerRoomsDb> DatabaseAsync(this TestApp app) =>
        app.Services.GetRequiredService<IDbContextFactory<TimerRoomsDb>>().CreateDbContextAsync();
}
