using System.Text;
using TeamsConnectBot.Cards.Building;
using TeamsConnectBot.Privacy.Readable;

namespace TeamsConnectBot.Privacy;

/// <summary>The two files with a person's data.</summary>
internal enum ExportFileKind
{
    /// <summary>A page to read, in the person's language.</summary>
    Page,

    /// <summary>The same as JSON, for another program.</summary>
    Data,
}

/// <param name="Name">The file's name in OneDrive.</param>
/// <param name="Description">What it is, for the question whether it may be put there.</param>
internal sealed record ExportFile(string Name, string Description, byte[] Content)
{
    public string Extension => Path.GetExtension(Name).TrimStart('.');

    public static ExportFile Of(ExportFileKind kind, string content, Reader reader)
    {
        var texts = ReadableTexts.All[reader.Texts.Language];
        return kind == ExportFileKind.Page
            ? new ExportFile($"{texts.PageName}.html", texts.PageDescription, Encoding.UTF8.GetBytes(content))
            : new ExportFile($"{texts.DataName}.json", texts.DataDescription, Encoding.UTF8.GetBytes(content));
    }
}
