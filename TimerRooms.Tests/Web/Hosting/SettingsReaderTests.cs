using Microsoft.Extensions.Configuration;
using TimerRooms.Core;
using TimerRooms.Web.Hosting;

namespace TimerRooms.Tests.Web.Hosting;

public sealed class SettingsReaderTests
{
    [Fact]
    public void Nothing_set_is_fine()
    {
        var settings = Read();

        Assert.Null(settings.PublicUrl);
        Assert.Null(settings.Owner);
        Assert.False(settings.InsecureLan);
        Assert.Equal((true, 5, 3_000), (settings.GuestRooms, settings.GuestRoomMinutes, settings.LivePages));
        Assert.True(Path.IsPathFullyQualified(settings.DataDirectory));
    }

    [Fact]
    public void Every_fault_is_told_and_named_as_it_is_written_in_the_environment()
    {
        var fault = Assert.Throws<StartException>(() => Read(
            ("PublicUrl", "timers.example.org"), ("TrustedProxies:0", "10.0.0.0/33"), ("TrustedProxies:1", "10.0.0.2"),
            ("InsecureLan", "maybe"), ("GuestRooms", "some"), ("GuestRoomMinutes", "0"), ("LivePages", "all"), ("Owner:Email", "nobody"), ("Owner:Password", "short")));

        Assert.Collection(fault.Lines,
            line => Assert.StartsWith("TimerRooms__PublicUrl: ", line, StringComparison.Ordinal),
            line => Assert.StartsWith("TimerRooms__TrustedProxies__0: ", line, StringComparison.Ordinal),
            line => Assert.StartsWith("TimerRooms__InsecureLan: ", line, StringComparison.Ordinal),
            line => Assert.StartsWith("TimerRooms__GuestRooms: ", line, StringComparison.Ordinal),
            line => Assert.StartsWith("TimerRooms__GuestRoomMinutes: ", line, StringComparison.Ordinal),
            line => Assert.StartsWith("TimerRooms__LivePages: ", line, StringComparison.Ordinal),
            line => Assert.StartsWith("TimerRooms__Owner__Email: ", line, StringComparison.Ordinal),
            line => Assert.StartsWith("TimerRooms__Owner__Password: ", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://timers.example.org/timers")]
    [InlineData("ftp://timers.example.org")]
    [InlineData("/timers")]
    public void A_public_address_is_a_site_and_no_path(string text) =>
        Assert.Throws<StartException>(() => Read(("PublicUrl", text)));

    [Theory]
    [InlineData("-1")]
    [InlineData("2.5")]
    [InlineData("1441")]
    [InlineData("five")]
    public void Guest_rooms_stay_for_whole_minutes_up_to_a_day(string text)
    {
        Assert.Throws<StartException>(() => Read(("GuestRoomMinutes", text)));
        Assert.Equal((false, 1440), (Read(("GuestRooms", "false")).GuestRooms, Read(("GuestRoomMinutes", "1440")).GuestRoomMinutes));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("100001")]
    [InlineData("1e3")]
    public void As_many_pages_are_live_as_the_host_says(string text)
    {
        Assert.Throws<StartException>(() => Read(("LivePages", text)));
        Assert.Equal(100_000, Read(("LivePages", "100000")).LivePages);
    }

    [Fact]
    public void An_owner_needs_both_email_and_password()
    {
        var fault = Assert.Throws<StartException>(() => Read(("Owner:Email", "ada@example.org")));

        Assert.StartsWith("TimerRooms__Owner__Password: ", Assert.Single(fault.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Proxies_come_as_a_list_or_as_one_text()
    {
        Assert.Equal(2, Read(("TrustedProxies:0", "10.0.0.2"), ("TrustedProxies:1", "fd00::/8")).TrustedProxies.Count);
        Assert.Equal(2, Read(("TrustedProxies", "10.0.0.2, fd00::/8")).TrustedProxies.Count);
    }

    private static TimerRoomsSettings Read(params (string Key, string Value)[] settings) =>
        new SettingsReader(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"TimerRooms:{setting.Key}", (string?)setting.Value)))
            .Build()).Read();
}
