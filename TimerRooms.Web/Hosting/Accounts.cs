using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using TimerRooms.Core.Accounts;
using TimerRooms.Core.Storage;
using TimerRooms.Web.Features.Accounts;
using TimerRooms.Web.Features.Admin;

namespace TimerRooms.Web.Hosting;

/// <summary>Who may sign in, and how a browser stays signed in.</summary>
internal static class Accounts
{
    private static readonly TimeSpan IdleLimit = TimeSpan.FromDays(14);

    public static void AddAccounts(this IServiceCollection services, TimerRoomsSettings settings)
    {
        var cookies = new SiteCookies(settings);
        services.AddSingleton(cookies);
        services.AddSingleton<FirstRun>();
        services.AddSingleton<HashingTurns>();
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<AccountWatch>();
        services.AddSingleton<KnownDevices>();
        services.AddScoped<SignIns>();
        services.AddScoped<Credentials>();
        services.AddScoped<OwnerSetup>();
        services.AddScoped<PasswordChange>();
        services.AddScoped<PasswordReset>();
        services.AddScoped<Invitations>();
        services.AddScoped<SignUp>();
        services.AddScoped<People>();
        services.AddScoped<AuthenticationStateProvider, AccountRevalidation>();
        services.AddIdentity();
        services.AddCookies(cookies);
        services.AddAdministrators();
    }

    private static void AddIdentity(this IServiceCollection services)
    {
        services.AddScoped<IPasswordValidator<Account>, PasswordRulesValidator>();  // before Identity adds its own
        services.AddIdentityCore<Account>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                identity.User.AllowedUserNameCharacters = "";  // the name is the e-mail address
            })
            .AddEntityFrameworkStores<TimerRoomsDb>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = DecoyPassword.Iterations);
        services.Configure<SecurityStampValidatorOptions>(stamp =>
        {
            stamp.TimeProvider = SignInCheck.Clock;
            stamp.ValidationInterval = TimeSpan.FromMinutes(1);
            stamp.OnRefreshingPrincipal = SignInCheck.CarryOverAsync;
        });
        services.Configure<DataProtectionTokenProviderOptions>(token => token.TokenLifespan = TimeSpan.FromHours(1));
    }

    private static void AddAdministrators(this IServiceCollection services)
    {
        services.AddSingleton<IAuthorizationHandler, Administrators>();
        services.AddAuthorizationBuilder().AddPolicy(Administrators.Only, policy => policy.AddRequirements(new Administrators.Requirement()));
    }

    private static void AddCookies(this IServiceCollection services, SiteCookies cookies)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureAll<CookieAuthenticationOptions>(cookie =>
        {
            cookie.TimeProvider = SignInCheck.Clock;
            cookie.Cookie.SecurePolicy = cookies.Secure;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
        });
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = cookies.NameOf("account");
            cookie.LoginPath = "/signin";
            cookie.ReturnUrlParameter = "ReturnUrl";
            cookie.ExpireTimeSpan = IdleLimit;
            cookie.SlidingExpiration = true;
            cookie.Events.OnValidatePrincipal = SignInCheck.ValidateAsync;
            cookie.Events.OnRedirectToAccessDenied = Administrators.HideAsync;
        });
        services.AddAntiforgery(antiforgery =>
        {
            // without the prefix: pages over plain http have forms, too, and must be able to say why signing in will not do
            antiforgery.Cookie.Name = "TimerRooms-form";
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.SuppressXFrameOptionsHeader = true;  // SecurityHeaders says it for every response
        });
    }

    public static void MapAccounts(this WebApplication app) => app.MapPost("/signout", SignOut.PostAsync);
}
