using Microsoft.AspNetCore.Diagnostics;

namespace TimerRooms.Web.Hosting;

/// <summary>A fault, and a status without a body, get a friendly page that says nothing about the inside.</summary>
internal static class ErrorPages
{
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler("/problem/500", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/problem/{0}", createScopeForStatusCodePages: true);
        app.Use((context, next) =>
        {
            // a refused POST would be refused once more on its way to the page that explains it
            if (IsReExecuted(context)) context.Request.Method = HttpMethods.Get;
            return next(context);
        });
    }

    private static bool IsReExecuted(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;
}
