using AngleSharp;
using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace TimerRooms.Tests.Testing;

/// <summary>Finds what is on a page as people and screen readers do: by role and exact accessible name.</summary>
internal static class ByRole
{
    public static IElement Get<T>(this IRenderedComponent<T> page, string role, string name)
        where T : IComponent => Assert.Single(page.All(role), element => Name(element) == name);

    /// <summary>Acts as a hand does, on what is on the page at that very moment: nothing is rendered between the finding and the act.</summary>
    public static Task ActAsync<T>(this IRenderedComponent<T> page, Func<IRenderedComponent<T>, Task> act)
        where T : IComponent => page.InvokeAsync(() => act(page));

    public static IElement Get(this IElement within, string role, string name) =>
        Assert.Single(within.QuerySelectorAll(Selector(role)), element => Name(element) == name);

    public static IEnumerable<IElement> All<T>(this IRenderedComponent<T> page, string role)
        where T : IComponent => page.FindAll(Selector(role));

    public static List<string> Names<T>(this IRenderedComponent<T> page, string role)
        where T : IComponent => [.. page.All(role).Select(Name)];

    public static List<string> Names(this IElement within, string role) => [.. within.QuerySelectorAll(Selector(role)).Select(Name)];

    public static string Name(this IElement element) =>
        element.GetAttribute("aria-label")
        ?? (element.GetAttribute("aria-labelledby") is { } id ? Outside(element, $"[id='{id}']") : null)
        ?? (element.Id is { } field ? Outside(element, $"label[for='{field}']") : null)
        ?? element.Closest("label")?.FirstChild?.TextContent.Trim()
        ?? element.TextContent.Trim();

    /// <summary>What is said about the element beyond its name, as its hint and its fault.</summary>
    public static string? Description(this IElement element) => element.GetAttribute("aria-describedby") is { } ids
        ? string.Join(' ', ids.Split(' ').Select(id => Outside(element, $"[id='{id}']")).Where(text => text is not ""))
        : null;

    private static string? Outside(IElement element, string selector) =>
        ((IParentNode)element.GetRoot()).QuerySelector(selector)?.TextContent.Trim();

    private static string Selector(string role) => role switch
    {
        "button" => "button:not([role])",
        "link" => "a[href]",
        "field" => "input, select",
        "heading" => "h1, h2",
        "article" or "dialog" => role,
        _ => $"[role={role}]",
    };
}
