using System.Globalization;
using System.Text.RegularExpressions;
using Bunit;
using TimerRooms.Tests.Testing;
using TimerRooms.Web.Shared;

namespace TimerRooms.Tests.Web.Shared;

public sealed partial class QrCodeTests : IDisposable
{
    private const string Link = "https://timers.example/v/viewerviewerviewer0001";  // 48 bytes: version 4, level M

    private readonly BunitContext page = new();

    [Fact]
    public void A_code_is_an_image_with_a_name() =>
        Assert.Equal(["Link as a code"], Show(Link).Names("img"));

    [Fact]
    public void It_has_as_many_modules_as_its_text_needs_and_a_quiet_zone_around_them()
    {
        var code = Show(Link);

        const int Modules = 33, Quiet = 4;
        Assert.Equal($"0 0 {Modules + 2 * Quiet} {Modules + 2 * Quiet}", code.Find("svg").GetAttribute("viewBox"));
        Assert.All(Ink(code), dot => Assert.True(dot is { X: >= Quiet and < Quiet + Modules, Y: >= Quiet and < Quiet + Modules }));
    }

    [Theory]
    [InlineData(4, 4)]
    [InlineData(30, 4)]
    [InlineData(4, 30)]
    public void A_camera_finds_its_three_corners(int left, int top)
    {
        var ink = Ink(Show(Link));

        foreach (var x in Enumerable.Range(0, 7))
            foreach (var y in Enumerable.Range(0, 7))
                Assert.Equal(Math.Max(Math.Abs(x - 3), Math.Abs(y - 3)) != 2, ink.Contains((left + x, top + y)));
    }

    [Fact]
    public void The_same_text_is_the_same_code_and_another_text_another()
    {
        Assert.Equal(Ink(Show(Link)), Ink(Show(Link)));
        Assert.NotEqual(Ink(Show(Link)), Ink(Show(Link[..^1] + "2")));
    }

    [Fact]
    public void The_code_follows_its_text()
    {
        var code = Show(Link);

        code.Render(parameters => parameters.Add(part => part.Text, "https://timers.example/"));

        Assert.Equal(Ink(Show("https://timers.example/")), Ink(code));
    }

    public void Dispose() => page.Dispose();

    private IRenderedComponent<QrCode> Show(string text) =>
        page.Render<QrCode>(parameters => parameters.Add(code => code.Text, text).Add(code => code.Label, "Link as a code"));

    private static HashSet<(int X, int Y)> Ink(IRenderedComponent<QrCode> code) =>
        [.. Dots().Matches(code.Find(".qr-ink").GetAttribute("d")!).Select(dot => (Number(dot, 1), Number(dot, 2)))];

    private static int Number(Match dot, int group) => int.Parse(dot.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M(\d+) (\d+)h1v1h-1z")]
    private static partial Regex Dots();
}
