using System.Reflection;
using Microsoft.AspNetCore.StaticFiles;

namespace TeamsConnectBot.Sandbox.Page;

/// <summary>The page's own files and Microsoft's card renderer, which the build embeds.</summary>
internal static class PageFiles
{
    private static readonly Assembly Here = typeof(PageFiles).Assembly;
    private static readonly FileExtensionContentTypeProvider Types = new();

    /// <summary>Whether the build could fetch the renderer, for which it needs npm.</summary>
    public static bool HasRenderer { get; } = Here.GetManifestResourceInfo("page/vendor/adaptivecards.min.js") is not null;

    public static IResult Get(string path)
    {
        if (Here.GetManifestResourceStream("page/" + path) is not { } content)
        {
            return Results.NotFound();
        }

        var type = Types.TryGetContentType(path, out var known) ? known : "application/octet-stream";
        // The build's identity is the ETag: browsers revalidate each time and download the file again only after a new build.
        return Results.Stream(
            content, type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8" : type,
            entityTag: new($"\"{Here.ManifestModule.ModuleVersionId:N}\""));
    }
}
