using Microsoft.Extensions.Options;

namespace TeamsConnectBot.Holidays;

internal static class HolidaysFeature
{
    // What it was called when only rituals knew holidays.
    private const string Before = "Rituals:DutchHolidays";

    public static IServiceCollection AddHolidays(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(DaysOffOptions.Section);
        services.AddOptions<DaysOffOptions>().Bind(section).ValidateOnStart();
        services.PostConfigure<DaysOffOptions>(options =>
        {
            if (section[nameof(DaysOffOptions.Country)] is null && bool.TryParse(configuration[Before], out var counted) && !counted)
            {
                options.Country = DaysOffOptions.None;
            }
        });
        services.AddSingleton<IValidateOptions<DaysOffOptions>, DaysOffValidation>();
        return services.AddSingleton<DaysOff>();
    }
}
