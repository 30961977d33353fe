using TimerRooms.Web.Features.Accounts;

namespace TimerRooms.Tests.Web.Features.Accounts;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("four odd teapots")]
    [InlineData("kx8!vQ2#mmz0")]
    [InlineData("plumbago under the viaduct")]
    [InlineData("пароль на каждый день")]
    public void A_long_uncommon_password_will_do(string password) => Assert.Null(PasswordRules.FaultOf(password, "ada@example.org"));

    [Theory]
    [InlineData("short")]
    [InlineData("elevenchars")]
    public void Fewer_than_twelve_characters_will_not(string password) => Assert.Contains("at least 12", PasswordRules.FaultOf(password, ""), StringComparison.Ordinal);

    [Fact]
    public void A_hundred_and_twenty_eight_characters_are_the_most()
    {
        var longest = string.Concat(Enumerable.Range(0, 64).Select(number => (char)('a' + number % 17) + $"{number % 7}"));

        Assert.Null(PasswordRules.FaultOf(longest, ""));
        Assert.NotNull(PasswordRules.FaultOf(longest + "x", ""));
    }

    [Theory]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("123456789012")]
    [InlineData("qwertyuiopas")]
    [InlineData("Password1234")]
    [InlineData("P@ssw0rd2026!")]
    [InlineData("TimerRooms2026")]
    [InlineData("timerroomsadmin1")]
    [InlineData("iloveyou2024!!")]
    [InlineData("correct horse battery staple")]
    [InlineData("abc1abc1abc1abc1")]
    [InlineData("Summer2026!!!")]
    [InlineData("password password")]
    public void What_is_tried_first_will_not(string password) => Assert.Contains("among the first", PasswordRules.FaultOf(password, ""), StringComparison.Ordinal);

    [Theory]
    [InlineData("adalovelace@example.org")]
    [InlineData("adalovelace1815")]
    public void The_email_address_will_not(string password) => Assert.Contains("e-mail", PasswordRules.FaultOf(password, "adalovelace@example.org"), StringComparison.Ordinal);
}
