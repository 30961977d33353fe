using Bunit;
using Microsoft.AspNetCore.Components;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Shared;

namespace TimerRooms.Tests.Web.Shared;

public sealed class MenuTests : IDisposable
{
    private readonly BunitContext page = new();
    private int chosen;

    public MenuTests() => page.SetRendererInfo(new RendererInfo("Server", isInteractive: true));

    [Fact]
    public void A_menu_is_opened_by_the_button_of_its_name()
    {
        var menu = Show("Edit");

        var button = menu.Get("button", "More");
        Assert.Equal("menu", button.GetAttribute("aria-haspopup"));
        Assert.Equal(menu.Get("menu", "More").Id, button.GetAttribute("popovertarget"));
        Assert.True(menu.Get("menu", "More").HasAttribute("popover"));
        Assert.Equal(["Edit"], menu.Names("menuitem"));
    }

    [Fact]
    public void Each_button_opens_its_own_menu() =>
        Assert.NotEqual(Show("Edit").Get("menu", "More").Id, Show("Edit").Get("menu", "More").Id);

    [Fact]
    public void A_menu_of_something_else_says_so() =>
        Assert.Equal(["More for the room"], page.Render<Menu>(parameters => parameters.Add(menu => menu.Label, "More for the room").AddChildContent("")).Names("button"));

    [Fact]
    public void The_button_is_dead_until_the_page_is_live()
    {
        page.SetRendererInfo(new RendererInfo("Static", isInteractive: false));

        Assert.True(Show("Edit").Get("button", "More").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Choosing_an_item_is_told()
    {
        var item = page.Render<MenuItem>(parameters => parameters.Add(part => part.OnChosen, () => chosen++).AddChildContent("Edit"));

        await item.ActAsync(page => page.Get("menuitem", "Edit").ClickAsync());

        Assert.Equal(1, chosen);
        Assert.Equal("button", item.Get("menuitem", "Edit").GetAttribute("type"));
    }

    [Fact]
    public void An_item_can_be_dead() =>
        Assert.True(page.Render<MenuItem>(parameters => parameters.Add(part => part.Disabled, true).AddChildContent("Edit")).Get("menuitem", "Edit").HasAttribute("disabled"));

    public void Dispose() => page.Dispose();

    private IRenderedComponent<Menu> Show(string item) =>
        page.Render<Menu>(parameters => parameters.AddChildContent<MenuItem>(part => part.AddChildContent(item)));
}
