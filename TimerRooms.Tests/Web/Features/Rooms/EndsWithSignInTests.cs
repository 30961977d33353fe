using Bunit;
using Microsoft.AspNetCore.Components;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Features.Rooms;

namespace TimerRooms.Tests.Web.Features.Rooms;

public sealed class EndsWithSignInTests
{
    [Fact]
    public async Task A_page_whose_sign_in_ends_is_loaded_anew()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        var page = desk.Page.Render<EndsWithSignIn>();

        desk.SignIn.SetNotAuthorized();

        page.WaitForAssertion(() => Assert.True(Assert.Single(desk.Visited).Options.ForceLoad));
    }

    [Fact]
    public async Task A_sign_in_that_is_found_to_hold_changes_nothing()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        desk.Page.Render<EndsWithSignIn>();

        desk.SignInAs("owner");

        Assert.Empty(desk.Visited);
    }

    [Fact]
    public async Task Who_was_not_signed_in_stays_when_the_page_connects_again()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        desk.SignIn.SetNotAuthorized();
        desk.Page.Render<EndsWithSignIn>();

        desk.SignIn.SetNotAuthorized();

        Assert.Empty(desk.Visited);
    }

    [Fact]
    public async Task A_prerender_leaves_that_to_the_request_itself()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        desk.Page.SetRendererInfo(new RendererInfo("Static", isInteractive: false));
        desk.Page.Render<EndsWithSignIn>();

        desk.SignIn.SetNotAuthorized();

        Assert.Empty(desk.Visited);
    }

    [Fact]
    public async Task A_closed_page_has_let_go()
    {
        await using var desk = await OwnersDesk.OpenAsync();
        desk.Page.Render<EndsWithSignIn>();
        await desk.Page.DisposeComponentsAsync();

        desk.SignIn.SetNotAuthorized();

        Assert.Empty(desk.Visited);
    }
}
