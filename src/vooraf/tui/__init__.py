"""The screen: the only code that imports Textual. A screen asks the model and draws the answer."""
