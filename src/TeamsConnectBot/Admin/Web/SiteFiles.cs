using System.Reflection;
using Microsoft.AspNetCore.StaticFiles;

namespace TeamsConnectBot.Admin.Web;

/// <summary>The page's own styles and scripts, inside the assembly so that none can be left behind.</summary>
internal static class SiteFiles
{
    private const string Prefix = "admin-site/";

    private static readonly Assembly Here = typeof(SiteFiles).Assembly;
    private static readonly FileExtensionContentTypeProvider Types = new();

    public static bool Has(string path) => Here.GetManifestResourceInfo(Prefix + path) is not null;

    public static IResult Get(string path)
    {
        if (Here.GetManifestResourceStream(Prefix + path) is not { } content)
        {
            return Results.NotFound();
        }

        var type = Types.TryGetContentType(path, out var known) ? known : "application/octet-stream";
        return Results.Stream(content, type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8" : type);
    }
}
