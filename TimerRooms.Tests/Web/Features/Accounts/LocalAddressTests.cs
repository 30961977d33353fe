using TimerRooms.Web.Features.Accounts;

namespace TimerRooms.Tests.Web.Features.Accounts;

public sealed class LocalAddressTests
{
    [Theory]
    [InlineData("/rooms/abc")]
    [InlineData("/account?x=1")]
    public void A_page_of_our_own_is_gone_to(string wanted) => Assert.Equal(wanted, LocalAddress.Of(wanted));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("rooms")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("https://evil.example/")]
    public void Anything_else_leads_to_the_rooms(string? wanted) => Assert.Equal("/rooms", LocalAddress.Of(wanted));
}
