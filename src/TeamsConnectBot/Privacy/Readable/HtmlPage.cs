using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace TeamsConnectBot.Privacy.Readable;

/// <summary>Builds a page, encoding every text; only tags of the code's own are written as they are.</summary>
internal sealed class HtmlPage
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder html = new();

    /// <summary>An element with text in it.</summary>
    /// <param name="tag">The element's name; nothing that anybody typed.</param>
    /// <param name="text">What it says.</param>
    public HtmlPage Element(string tag, string text) => Raw($"<{tag}>").Text(text).Raw($"</{tag}>\n");

    /// <summary>
    /// What somebody typed or is called, apart from the text around it, so that its direction does not change that of the rest.
    /// </summary>
    public HtmlPage Own(string text) => Raw("<bdi>").Text(text).Raw("</bdi>");

    public HtmlPage Text(string text)
    {
        html.Append(Encoder.Encode(text));
        return this;
    }

    public HtmlPage Raw(string markup)
    {
        html.Append(markup);
        return this;
    }

    public override string ToString() => html.ToString();
}
