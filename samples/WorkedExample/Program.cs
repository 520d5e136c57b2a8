using System.Globalization;
using WorkedExample;

Console.WriteLine("One training step of the article's 2-2-1 network: x = (0.5, 0.8), y = 1, learning rate 0.5.");
Console.WriteLine();
var figures = Calculation.Run();
FigureTable.Show(figures);

double Computed(string quantity) => figures.Single(figure => figure.Quantity == quantity).Computed[0];
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"The article's last line is off: after one update the prediction is {Computed("p after"):0.00000} and the loss {Computed("loss after"):0.000000}, not 0.772 and 0.0265."));
