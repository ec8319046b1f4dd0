id: together
title: Living together
