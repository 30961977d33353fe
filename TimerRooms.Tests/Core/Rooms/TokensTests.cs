using TimerRooms.Core.Rooms;

namespace TimerRooms.Tests.Core.Rooms;

public sealed class TokensTests
{
    [Fact]
    public void A_token_has_128_bits_or_more_in_base62_and_none_comes_twice()
    {
        var tokens = Enumerable.Range(0, 10_000).Select(_ => Tokens.New()).ToHashSet();
        Assert.Equal(10_000, tokens.Count);
        Assert.All(tokens, token => Assert.Matches("^[0-9A-Za-z]{22}$", token));
        Assert.Equal(62, tokens.SelectMany(token => token).Distinct().Count());
    }
}
