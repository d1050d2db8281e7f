using System.Reflection;
using Microsoft.AspNetCore.StaticFiles;

namespace TeamsConnectBot.Admin.Web;

/// <summary>The page's own styles and scripts, embedded in the assembly so that a deployment cannot miss any.</summary>
internal static class SiteFiles
{
    private const string Prefix = "admin-site/";

    private static readonly Assembly Assembly = typeof(SiteFiles).Assembly;
    private static readonly FileExtensionContentTypeProvider Types = new();

    public static IResult Get(string path)
    {
        if (Assembly.GetManifestResourceStream(Prefix + path) is not { } content)
        {
            return Results.NotFound();
        }

        var type = Types.TryGetContentType(path, out var known) ? known : "application/octet-stream";
        return Results.Stream(content, type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8" : type);
    }
}
