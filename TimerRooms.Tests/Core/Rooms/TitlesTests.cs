using System.Text;
using TimerRooms.Core.Rooms;

namespace TimerRooms.Tests.Core.Rooms;

public sealed class TitlesTests
{
    [Theory]
    [InlineData("Opening", "Opening")]
    [InlineData("  Opening  ", "Opening")]
    [InlineData("Two\r\nlines\tand tab", "Two  lines and tab")]
    [InlineData("a\0b\u0007c\u001b[31m\u0085d", "abc[31m d")]
    [InlineData("safe\u202Etxt.exe\u202C", "safetxt.exe")]
    [InlineData("\u2066iso\u2067la\u2068ted\u2069", "isolated")]
    [InlineData("<b>&amp;</b>", "<b>&amp;</b>")]
    [InlineData("👩‍👩‍👧 family", "👩‍👩‍👧 family")]
    [InlineData("שלום", "שלום")]
    [InlineData("line\u2028sep", "line sep")]
    public void A_title_keeps_what_can_be_seen_and_loses_what_could_harm(string typed, string kept) =>
        Assert.Equal(kept, Titles.Clean(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\r\n ")]
    [InlineData("\0\u0001")]
    [InlineData("\u200B")]
    [InlineData("\u200B\u200D \uFEFF\u2060")]
    [InlineData("\u202E\u202C")]
    [InlineData("\uFE0F")]
    public void A_title_nobody_could_see_is_none(string? typed) => Assert.Null(Titles.Clean(typed));

    [Fact]
    public void Two_hundred_characters_fit_and_one_more_does_not()
    {
        Assert.Equal(new string('x', 200), Titles.Clean($"  {new string('x', 200)}  "));
        Assert.Null(Titles.Clean(new string('x', 201)));
        Assert.Null(Titles.Clean(new string(' ', 10_000) + "x"));
    }

    [Fact]
    public void Lone_surrogates_become_the_mark_for_what_cannot_be_shown()
    {
        var kept = Titles.Clean("a\uD83Db\uDC00");
        Assert.Equal("a\uFFFDb\uFFFD", kept);
        Assert.Equal(kept, Encoding.UTF8.GetString(new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(kept!)));
    }

    [Fact]
    public void A_clean_title_stays_as_it_is()
    {
        foreach (var typed in new[] { " a\u200B ", "x\ty", "\u202Ea", new string('x', 200) })
            Assert.Equal(Titles.Clean(typed), Titles.Clean(Titles.Clean(typed)));
    }
}
