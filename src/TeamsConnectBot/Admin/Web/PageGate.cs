using Microsoft.AspNetCore.Http.Features;

namespace TeamsConnectBot.Admin.Web;

/// <summary>
/// The first middleware for every request to the admin page: headers, the public address, and whether the page is enabled.
/// </summary>
internal sealed class PageGate(RequestDelegate next, IOptions<AdminOptions> options, PublicAddress address, PageHeaders headers)
{
    private const string Off =
        "The admin page is off. Set Admin:ClientId and the other settings of docs/admin.md, and start the service again.\n"
        + "De beheerpagina staat uit. Stel Admin:ClientId en de andere instellingen uit docs/admin.md in en start de dienst opnieuw.\n";

    private const string Elsewhere = "This page answers at its public address only: set Admin:PublicUrl to the address people open.\n";

    public async Task InvokeAsync(HttpContext context)
    {
        var isAddressed = address.Accept(context);
        headers.Add(context);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = FormLimits.LargestForm;
        }

        await (!options.Value.IsOn ? RefuseAsync(context, Off) : isAddressed ? next(context) : RefuseAsync(context, Elsewhere));
    }

    private static Task RefuseAsync(HttpContext context, string why)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(why, context.RequestAborted);
    }
}
