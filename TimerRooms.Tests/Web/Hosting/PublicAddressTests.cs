using Microsoft.AspNetCore.Components;
using TimerRooms.Web.Hosting;

namespace TimerRooms.Tests.Web.Hosting;

public sealed class PublicAddressTests
{
    [Fact]
    public void Links_name_the_address_the_host_set()
    {
        var address = Address("http://localhost:5080/", new Uri("https://rooms.example.org"));

        Assert.Equal("https://rooms.example.org/v/abc", address.LinkTo("/v/abc").AbsoluteUri);
        Assert.False(address.IsLoopback);
    }

    [Theory]
    [InlineData("http://localhost:5080/", true)]
    [InlineData("http://127.0.0.1:5080/", true)]
    [InlineData("http://box.lan:5080/", false)]
    public void Without_one_they_name_the_address_in_use(string opened, bool isLoopback)
    {
        var address = Address(opened, publicUrl: null);

        Assert.Equal($"{opened}v/abc", address.LinkTo("/v/abc").AbsoluteUri);
        Assert.Equal(isLoopback, address.IsLoopback);
    }

    private static PublicAddress Address(string opened, Uri? publicUrl) =>
        new(new TimerRoomsSettings { DataDirectory = "/nowhere", PublicUrl = publicUrl }, new OpenedAt(opened));

    private sealed class OpenedAt : NavigationManager
    {
        public OpenedAt(string address) => Initialize(address, address);
    }
}
