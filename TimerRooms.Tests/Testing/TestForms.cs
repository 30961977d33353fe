using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace TimerRooms.Tests.Testing;

/// <summary>Fills in and sends a page's form as a browser without script does.</summary>
public static class TestForms
{
    public static async Task<IHtmlDocument> PageAsync(this HttpClient client, string path) => await Read(await client.GetAsync(path));

    public static async Task<IHtmlDocument> Read(this HttpResponseMessage answer) =>
        new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    /// <summary>Sends the form of the page that holds the first of the fields.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(this HttpClient client, string path, params (string Name, string Value)[] fields)
    {
        var page = await client.PageAsync(path);
        var form = page.Forms.First(form => form.QuerySelector($"[name='{fields[0].Name}']") is not null);
        return await client.SendAsync(form, path, fields);
    }

    /// <summary>Presses the button of that name, if need be the one in the article of that name.</summary>
    public static async Task<HttpResponseMessage> PressAsync(this HttpClient client, string path, string button, string? article = null) =>
        await client.PressAsync(await client.PageAsync(path), path, button, article);

    /// <summary>The same on a page that was loaded before, perhaps long ago.</summary>
    public static async Task<HttpResponseMessage> PressAsync(this HttpClient client, IHtmlDocument page, string path, string button, string? article = null)
    {
        var pressed = (IHtmlButtonElement)(article is null ? page.Body! : page.Body!.Get("article", article)).Get("button", button);
        Assert.False(pressed.IsDisabled, $"{button} cannot be pressed.");
        return await client.SendAsync(pressed.Form!, path, pressed.Name is { } name ? [(name, pressed.Value)] : []);
    }

    public static async Task<HttpResponseMessage> SendAsync(this HttpClient client, IHtmlFormElement form, string path, params (string Name, string Value)[] fields)
    {
        var values = form.QuerySelectorAll("input[type=hidden]").ToDictionary(input => input.GetAttribute("name")!, input => input.GetAttribute("value") ?? "");
        foreach (var (name, value) in fields) values[name] = value;
        return await client.PostAsync(form.GetAttribute("action") is { Length: > 0 } action ? action : path, new FormUrlEncodedContent(values));
    }
}
