namespace SenSupport.Pdf.Text;

/// <summary>How a run of text is set; sizes and spacing are final points, already scaled.</summary>
internal readonly record struct TextStyle(double Size, bool Bold, Colour Colour, double LineHeight, double LetterSpacing, double WordSpacing);
