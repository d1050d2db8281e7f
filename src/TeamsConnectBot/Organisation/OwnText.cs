using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TeamsConnectBot.Organisation;

/// <summary>The organisation's own words for a text of the cards, in one language.</summary>
internal sealed class OwnText
{
    public required string Language { get; init; }

    /// <summary>Where it stands in <c>Cards/Texts/{language}.json</c>, such as <c>offers.coffee.question</c>.</summary>
    public required string Key { get; init; }

    public required string Text { get; set; }
}

internal sealed class OwnTextTable : IEntityTypeConfiguration<OwnText>
{
    public void Configure(EntityTypeBuilder<OwnText> text)
    {
        text.ToTable("OwnTexts");
        text.HasKey(x => new { x.Language, x.Key });
    }
}
