using System.Globalization;
using WorkedExample;

Console.WriteLine("One training step of the article's 2-2-1 network: x = (0.5, 0.8), y = 1, learning rate 0.5.");
Console.WriteLine();
var figures = Calculation.Run();
FigureTable.Show(figures);

double Computed(string quantity) => figures.Single(figure => figure.Quantity == quantity).Computed[0];
Console.WriteLine("last digit: the article calculates on with rounded figures, which moves its last digit.");
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"differs: after one update the loss is {Computed("loss after"):0.000000} and the prediction {Computed("p after"):0.0000}, not 0.0265 and 0.772."));
