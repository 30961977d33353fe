namespace TimerRooms.Web.Features.Accounts;

/// <summary>What an account may do, in a word.</summary>
internal static class Roles
{
    public static string Of(bool isAdministrator) => isAdministrator ? "Administrator" : "Member";
}
