using System.Text;

namespace TeamsConnectBot.Tests.Privacy;

/// <summary>Searches all of SQLite's files for text, including space that no row uses any more.</summary>
internal static class DatabaseFiles
{
    // The database comes last: when its last connection closes, SQLite moves the log's pages into it and deletes the log.
    public static bool Contain(string file, string text) => new[] { file + "-journal", file + "-wal", file }
        .Any(path => Read(path).Contains(text, StringComparison.OrdinalIgnoreCase));

    // Latin-1 maps every byte to a character; the searched text is ASCII.
    private static string Read(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            return reader.ReadToEnd();
        }
        catch (FileNotFoundException)
            when (path.EndsWith("-journal", StringComparison.Ordinal) || path.EndsWith("-wal", StringComparison.Ordinal))
        {
            return "";
        }
    }
}
