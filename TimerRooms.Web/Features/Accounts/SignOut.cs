using Microsoft.AspNetCore.Antiforgery;

namespace TimerRooms.Web.Features.Accounts;

internal static class SignOut
{
    public static async Task<IResult> PostAsync(HttpContext context, IAntiforgery antiforgery, SignIns signIns)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            signIns.Stay();
            return Results.BadRequest();
        }
        await signIns.LeaveAsync();
        return Results.LocalRedirect("/signin");
    }
}
